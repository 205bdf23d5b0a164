// The configuration that the next press of Train uses: what the person changed, on top of what the model recommends.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { incompatibilities, type Incompatibility } from '../core/compatibility';
import { coloursOf, lightModelAfter, suitedLightModel } from '../core/lightModel';
import type { LinkPair } from '../core/linkPairs';
import { readPageLock } from '../core/pageLock/read';
import type { FoundWord } from '../core/pageLock/words';
import type { TooLarge } from '../core/memoryFit';
import type { ParamSpec, ParamValue } from '../core/paramSpec';
import { readLink, type LeftOut } from '../core/readLink';
import {
  allSettingNames,
  readRunConfig,
  runLinkQuery,
  writeRunConfig,
  type BackendChoice,
  type RunConfig,
} from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { useCatalogStore } from './catalogStore';
import { useLockStore } from './lockStore';
import { words } from './lockWords';
import { useNoticesStore } from './noticesStore';
import { liveDifferences, pendingSettings } from './settingDifferences';
import { pathOf, tasksAt, type TrainingPath } from './trainingPlaces';

export type ChoiceKind = 'dataset' | 'model' | 'loss' | 'task';
type Pairs = Readonly<Record<string, ParamValue>>;

const CHOICES: readonly string[] = ['dataset', 'model', 'loss', 'task'] satisfies ChoiceKind[];

export const useSettingsStore = defineStore('settings', () => {
  const catalog = useCatalogStore();
  const notices = useNoticesStore();
  const lock = useLockStore();
  /** Changed settings by their plain names; what is absent stands at its default. */
  const changes = shallowRef<Pairs>({});
  const choices = shallowRef<Pairs>({});
  /** What an address that was right in part came to: it stays as the person gave it until something else changes. */
  const sparedQuery = shallowRef<string | null>(null);

  /** What stood in the form at the other place when it was left. */
  const shelved = new Map<TrainingPath, { readonly choices: Pairs; readonly changes: Pairs }>();

  const config = computed<RunConfig | null>(() =>
    catalog.catalogue ? readRunConfig({ ...choices.value, ...changes.value }, catalog.catalogue) : null,
  );
  const defaults = computed<Pairs>(() =>
    catalog.catalogue ? writeRunConfig(readRunConfig(choices.value, catalog.catalogue)) : {},
  );
  const values = computed<Pairs>(() => (config.value ? writeRunConfig(config.value) : {}));
  const query = computed(() =>
    config.value && catalog.catalogue ? runLinkQuery(config.value, catalog.catalogue) : '',
  );

  /** The place where a run of these settings is trained. */
  const path = computed<TrainingPath>(() =>
    pathOf(config.value ? catalog.task(config.value.task) : undefined),
  );

  /** What about these settings does not go together. */
  const conflicts = computed<readonly Incompatibility[]>(() => {
    if (!config.value) return [];
    const dataset = catalog.dataset(config.value.dataset);
    const model = catalog.model(config.value.model);
    const loss = catalog.loss(config.value.loss);
    const task = catalog.task(config.value.task);
    return dataset && model && loss && task
      ? incompatibilities(config.value, { dataset, model, loss, task })
      : [];
  });
  /** The light model that was chosen for such pictures in colour, where the one for digits stands untouched; else null. */
  const modelForColour = computed<string | null>(() => {
    const [now, { catalogue }] = [config.value, catalog];
    if (!now || !catalogue || !lock.isFree('model') || coloursOf(now, catalogue) !== 'colour') return null;
    return suitedLightModel(now, Object.keys(changes.value), catalogue);
  });
  const fit = shallowRef<{ readonly config: RunConfig; readonly found: TooLarge | null } | null>(null);
  /** What about them is too large for the engine, as far as it was asked. */
  const tooLarge = computed(() => (fit.value && fit.value.config === config.value ? fit.value.found : null));
  /** Whether a run can be started with them. */
  const canRun = computed(
    () =>
      config.value !== null &&
      tooLarge.value === null &&
      conflicts.value.every(({ severity }) => severity !== 'refused'),
  );

  /** What the engine says of a configuration; it counts as long as the settings are these. */
  function noteFit(of: RunConfig, found: TooLarge | null): void {
    fit.value = { config: of, found };
  }

  const withoutParamsOf = (pairs: Pairs, kind: ChoiceKind): Pairs =>
    Object.fromEntries(Object.entries(pairs).filter(([key]) => !key.startsWith(`${kind}.`)));

  const engineOf = (pairs: Pairs): Pairs =>
    Object.fromEntries(Object.entries(pairs).filter(([key]) => key === 'backend' || key === 'threads'));

  const refuse = (): void => notices.say(words('stays'), words('staysWhy'), words('hint'));

  /** Takes a configuration as it is. */
  function put(next: RunConfig): void {
    const pairs = writeRunConfig(next);
    choices.value = Object.fromEntries(Object.entries(pairs).filter(([key]) => CHOICES.includes(key)));
    const base = defaults.value;
    changes.value = Object.fromEntries(
      Object.entries(pairs).filter(([key, value]) => !CHOICES.includes(key) && value !== base[key]),
    );
  }

  /** The configuration with what the lock holds at its place; the same where nothing is held. */
  function held(next: RunConfig): RunConfig {
    if (!lock.lock || !catalog.catalogue) return next;
    const free = Object.entries(writeRunConfig(next)).filter(([key]) => lock.isFree(key));
    const pairs = [...free, ...Object.entries(lock.pinned)].map(([key, value]) => ({
      key,
      value: String(value),
    }));
    return readLink(pairs, catalog.catalogue).config;
  }

  /** After a choice, which brings what is recommended with it. */
  function holdPinned(): void {
    if (lock.lock && config.value) put(held(config.value));
  }

  /** After other data were chosen: an untouched light model goes for the one that suits them. */
  function followColours(before: RunConfig | null): void {
    const [now, { catalogue }] = [config.value, catalog];
    if (!before || !now || !catalogue || !lock.isFree('model')) return;
    const model = lightModelAfter(before, now, Object.keys(changes.value), catalogue);
    if (model !== null) choices.value = { ...choices.value, model };
  }

  /**
   * Chooses a data set, a model or a loss, whose own parameters start at their defaults; or a task, which starts where it
   * recommends throughout.
   */
  function choose(kind: ChoiceKind, id: string): void {
    if (!lock.isFree(kind)) return refuse();
    const before = config.value;
    changes.value = kind === 'task' ? engineOf(changes.value) : withoutParamsOf(changes.value, kind);
    choices.value = kind === 'task' ? { task: id } : { ...choices.value, [kind]: id };
    if (kind === 'dataset') followColours(before);
    holdPinned();
  }

  const shelve = (): void => void shelved.set(path.value, { choices: choices.value, changes: changes.value });

  /** Each place has settings of its own; where none were chosen its first task begins. Where it runs is the same for all. */
  function goTo(place: TrainingPath): void {
    const [first] = tasksAt(catalog.catalogue?.tasks ?? [], place);
    if (place === path.value || !first || !lock.isFree('task')) return;
    shelve();
    const engine = engineOf(changes.value);
    const before = shelved.get(place) ?? { choices: { task: first.id }, changes: {} };
    choices.value = before.choices;
    changes.value = { ...before.changes, ...engine };
    holdPinned();
  }

  /** Sets one value that a form has checked. Back at its default it counts as unchanged. */
  function set(key: string, value: ParamValue): void {
    if (!lock.isFree(key)) return value === values.value[key] ? undefined : refuse();
    if (value === defaults.value[key]) return reset(key);
    const before = config.value;
    changes.value = { ...changes.value, [key]: value };
    followColours(before);
  }

  function reset(key: string): void {
    if (!lock.isFree(key)) return refuse();
    const before = config.value;
    changes.value = Object.fromEntries(Object.entries(changes.value).filter(([name]) => name !== key));
    followColours(before);
  }

  /** Takes over a whole configuration, but for what the lock holds. */
  function adopt(next: RunConfig): void {
    const taken = held(next);
    if (pathOf(catalog.task(taken.task)) !== path.value) shelve();
    put(taken);
    const kept = pendingSettings(next, taken);
    if (kept.length > 0)
      notices.say(words('stays'), words('staysThese', { names: kept.join(', ') }), words('hint'));
  }

  /** Another backend than the lock says, where that one failed: what is learnt stays the same. */
  function moveTo(backend: BackendChoice): void {
    if (!lock.isFree('backend')) lock.pin('backend', backend);
    changes.value = { ...changes.value, backend };
  }

  /**
   * Reads the pairs of an address: what is right is taken, the rest is said by its label, with the reason. A lock of its own
   * takes the place of the one that there is; without one, that one holds.
   * @param lockWords of the same address
   * @param beside what else of it could not be applied, which is said together with the rest
   * @returns whether everything that is meant for this page was taken
   */
  function read(
    pairs: readonly LinkPair[],
    lockWords: readonly FoundWord[] = [],
    beside: readonly LeftOut[] = [],
  ): boolean {
    if (!catalog.catalogue) return false;
    const locked = readPageLock(lockWords, allSettingNames(catalog.catalogue));
    if (locked) lock.openAll();
    const { config: found, used, leftOut: ofSettings } = readLink(pairs, catalog.catalogue);
    const leftOut = [...(locked?.leftOut ?? []), ...ofSettings, ...beside];
    // A lock without settings holds those that stand here.
    if (used > 0 || (ofSettings.length === 0 && !locked)) adopt(found);
    if (locked) lock.take(locked.lock, { task: config.value?.task ?? found.task, ...values.value });
    notices.leftOutOfLink(leftOut);
    sparedQuery.value = leftOut.length > 0 ? query.value : null;
    return leftOut.every(({ foreign }) => foreign);
  }

  /** Locks the page again as its link did. */
  function lockAgain(): void {
    lock.lockAgain();
    holdPinned();
  }

  /** What of these settings a run of `running` takes over at its next step. */
  const liveChanges = (running: RunConfig): LiveSettings =>
    config.value ? liveDifferences(running, config.value, catalog.task(running.task)?.params) : {};

  const defaultOf = (key: string, spec: ParamSpec): ParamValue => defaults.value[key] ?? spec.default;
  const isChanged = (key: string): boolean => key in changes.value;

  return {
    config,
    conflicts,
    modelForColour,
    tooLarge,
    canRun,
    noteFit,
    values,
    changes,
    query,
    path,
    sparedQuery,
    choose,
    goTo,
    set,
    reset,
    adopt,
    moveTo,
    read,
    lockAgain,
    defaultOf,
    isChanged,
    liveChanges,
  };
});
