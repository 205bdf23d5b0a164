// What goes along to PyTorch of a run that makes a smaller one out of another (leavingRuns.ts): its students, who teaches them, how
// they learn. What they learn from, leavingLessons.ts says; what the steps are, tasks/imitation, distill, prune and quantizeAware.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { followChannels } from '../compression/channelFlow';
import { cutChannels, keptChannels } from '../compression/pruneChannels';
import { weightRoundings } from '../compression/quantizeAware';
import type { Maker, MakerTask } from '../core/continuingTasks';
import { widthSlots, withWidthsOf } from '../core/layerWidths';
import { layerDefinition, type NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { scriptGraph, type ScriptGraph } from '../exporters/torchRun/graphLayers';
import { buildGraph } from '../graph/buildGraph';
import { isWeighted, type ExportGraph } from '../graph/graph';
import { keepsScale, outputScale } from '../graph/int8Graph';
import { kernelLayout, toPlace } from '../graph/kernelLayouts';
import { LARGEST_WEIGHT } from '../graph/weightQuantization';
import type { NamedNetwork } from '../protocol';
import { DISTILLATION, studentSpec } from '../tasks/distill';
import { TRANSLATOR_DISTILLATION, translatorStudents } from '../tasks/distillTranslator';
import { imitationFacts } from '../tasks/imitation';
import { PRUNING, targetOf, WIDTHS } from '../tasks/prune';
import { bitsOf, QUANTIZATION, savedPupil, weightsUnder } from '../tasks/quantizeAware';
import { TRANSLATIONS } from '../tasks/translations';
import { watchedLayers, watchedNodes } from '../tasks/watchedLayers';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';
import { LESSONS, partsOf, type LeavingLesson } from './leavingLessons';

const STUDENT = 'student';
/** Folded generators that teach, as constants. */
const TEACHER = 'taught';

/** One that learns, and the generator that it learns from. */
interface Pupil {
  readonly name: string;
  /** Name of the teacher's tensors in the run. */
  readonly source: string;
  readonly taught: NamedNetwork;
  /** Names of layers whose maps are compared, of those given. */
  readonly watch: (layers: Iterable<string>) => readonly string[];
}

/** What is said of students, their networks or graphs, and what those read that no run file holds. */
interface Students extends Pick<Leaving, 'graphs' | 'constants'> {
  readonly pupils: readonly object[];
  readonly networks: Leaving['networks'];
}

function pupilsOf({ kind }: LeavingLesson, data: LeavingData): readonly Pupil[] {
  const parts = partsOf(data);
  const specs = kind.specs({ ...parts, config: kind.sourceConfig(parts.config) });
  return specs.map((taught) => ({
    ...{ taught, source: `source/${taught.id}` },
    name: specs.length === 1 ? STUDENT : `${STUDENT}/${taught.id}`,
    watch: (layers) => (kind.translates ? [...layers] : []),
  }));
}

/** Students that are networks, taught by networks. */
const asNetworks = (
  pupils: readonly Pupil[],
  specs: readonly NetworkSpec[],
  also: (i: number) => object = () => ({}),
): Students => ({
  pupils: pupils.map(({ name, source, watch }, i) => ({
    ...{ name, teacher: source, watched: watch(watchedLayers(specs[i])) },
    ...also(i),
  })),
  networks: Object.fromEntries(
    pupils.flatMap(({ name, source, taught }, i) => [
      [source, taught.spec],
      [name, specs[i]],
    ]),
  ),
});

/** What cutting follows, as data: which channels stand where, and along which axes kernels count them. */
function flowFacts(spec: NetworkSpec): object {
  const { values, sharedWith, fixed } = followChannels(spec);
  const ruled = spec.nodes.map(({ id, kind }) => ({ id, rule: layerDefinition(kind).channels }));
  return {
    slots: widthSlots(spec).map(({ channels }) => channels),
    values: Object.fromEntries(
      [...values].map(([id, segments]) => [id, segments.map(({ slot, channels }) => [slot, channels])]),
    ),
    sharedWith,
    whole: [...fixed].map((slot) => sharedWith[slot]),
    axes: Object.fromEntries(
      ruled.flatMap(({ id, rule }) =>
        rule.kind === 'made' ? [[id, [rule.inputAxis, rule.outputAxis]]] : [],
      ),
    ),
    joined: ruled.flatMap(({ id, rule }) => (rule.kind === 'concatenated' ? [id] : [])),
  };
}

/** A student after channels were cut out: how many of each layer stay does not depend on its weights. */
function narrowed(
  name: string,
  spec: NetworkSpec,
  share: number,
  run: Pick<RunSnapshot, 'tensors'>,
): NetworkSpec {
  const weights = weightsUnder(`${name}/`, run);
  return cutChannels(spec, weights, keptChannels(spec, weights, share)).spec;
}

const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);

/** What rounding asks of each node. */
function roundedGraph(graph: ExportGraph, bits: 8 | 4, weights: ScriptGraph['weights']): ScriptGraph {
  const roundings = weightRoundings(graph, bits);
  return scriptGraph(graph, weights, (node, index) => {
    const { affine, reach } = outputScale(graph, node);
    const rounding = roundings[index];
    return {
      keepsScale: keepsScale(node),
      affine: affine && [affine.scale, affine.zeroPoint],
      reach: [finite(reach.min), finite(reach.max)],
      rounding: rounding && { limit: LARGEST_WEIGHT[rounding.bits], axis: rounding.axis },
    };
  });
}

/** Weights of a folded graph as tensors of a name. */
const folded = (name: string, { nodes }: ExportGraph): RunSnapshot['tensors'] =>
  nodes.filter(isWeighted).flatMap((node) => [
    {
      name: `${name}/${node.name}/kernel`,
      shape: [...kernelLayout(node, 'engine').shape],
      values: toPlace(node, node.weights, 'engine'),
    },
    { name: `${name}/${node.name}/bias`, shape: [node.bias.length], values: node.bias },
  ]);

type Making = (
  pupils: readonly Pupil[],
  lesson: LeavingLesson,
  data: LeavingData,
  task: MakerTask,
) => Students;

const MAKING: Readonly<Record<Maker, Making>> = {
  distill(pupils, _, data, { taught }) {
    const parts = partsOf(data);
    if (taught !== '')
      return asNetworks(
        pupils,
        translatorStudents(TRANSLATIONS[taught], parts).map(({ spec }) => spec),
      );
    return asNetworks(pupils, [studentSpec(parts)]);
  },
  prune(pupils, _, { snapshot }) {
    const { taskParams } = snapshot.config;
    const widths = snapshot.numbers?.[WIDTHS];
    const specs = withWidthsOf(
      pupils.map(({ taught }) => taught.spec),
      widths,
    );
    const cuts = targetOf(taskParams) === 'channels' && widths === undefined;
    const share = numberParam(taskParams, 'share');
    return asNetworks(pupils, specs, (i) => ({
      channels: cuts ? flowFacts(specs[i]) : null,
      narrow: cuts ? narrowed(pupils[i].name, specs[i], share, snapshot) : null,
    }));
  },
  /** Students and teachers are folded graphs, whose nodes say how they are rounded. */
  'quantize-aware'(pupils, { kind }, { snapshot }) {
    const bits = bitsOf(snapshot.config.taskParams);
    const each = pupils.map(({ name, source, taught, watch }) => {
      const whole = kind.graphSpec(taught.spec);
      const graph = buildGraph(whole, weightsUnder(`${source}/`, snapshot));
      const weights = savedPupil(name, whole, graph).weights.map((one) => [one.name, one.learns] as const);
      const teacher = `${TEACHER}/${taught.id}`;
      const watched = watch([...watchedNodes(graph)].map((index) => graph.nodes[index].name));
      return {
        pupil: { name, teacher, watched },
        graphs: [
          [name, roundedGraph(graph, bits, weights)],
          [
            teacher,
            scriptGraph(
              graph,
              weights.map(([weight]) => [weight, false]),
              () => ({}),
            ),
          ],
        ] as const,
        constants: folded(teacher, graph),
      };
    });
    return {
      networks: {},
      pupils: each.map(({ pupil }) => pupil),
      graphs: Object.fromEntries(each.flatMap(({ graphs }) => graphs)),
      constants: each.flatMap(({ constants }) => constants),
    };
  },
};

/** How fast students learn at first, and the stream of what they learn from. */
const SPEED: Readonly<
  Record<Maker, (task: MakerTask) => { readonly stream: number; readonly rate: number }>
> = {
  distill: ({ taught }) => (taught === '' ? DISTILLATION : TRANSLATOR_DISTILLATION),
  prune: () => PRUNING,
  'quantize-aware': () => QUANTIZATION,
};

export function making(task: MakerTask, data: LeavingData): Leaving {
  const lesson = LESSONS[task.taught](data);
  const { kind, loss, needsLabels, learnsFrom, judges, facts } = lesson;
  const { pupils, networks, graphs, constants } = MAKING[task.maker](
    pupilsOf(lesson, data),
    lesson,
    data,
    task,
  );
  const judging = Object.entries(judges).map(([id, spec]) => [`source/${id}`, spec] as const);
  return {
    ...{ loss, needsLabels, learnsFrom, graphs, constants, shown: {} },
    makes: { steps: numberParam(data.snapshot.config.taskParams, 'steps') },
    networks: { ...Object.fromEntries(judging), ...networks },
    facts: {
      ...facts,
      ...updatesOf(imitationFacts(kind, task.maker, []), []),
      imitation: { ...SPEED[task.maker](task), pupils },
    },
  };
}
