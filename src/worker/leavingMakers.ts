// What goes along to PyTorch of a run that makes a smaller one out of another (leavingRuns.ts): the student, the network that
// teaches it, how it learns. Of generators that draw from noise; what the steps are, tasks/distill and tasks/prune say.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { cutChannels, keptChannels } from '../compression/pruneChannels';
import { followChannels } from '../compression/channelFlow';
import { withWidthsOf, widthSlots } from '../core/layerWidths';
import { layerDefinition, type NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import type { TaskFacts } from '../core/taskFacts';
import { weightRoundings } from '../compression/quantizeAware';
import { scriptGraph } from '../exporters/torchRun/graphLayers';
import { buildGraph } from '../graph/buildGraph';
import { keepsScale, outputScale } from '../graph/int8Graph';
import { LARGEST_WEIGHT } from '../graph/weightQuantization';
import { distill, DISTILLATION, studentSpec } from '../tasks/distill';
import { imitationFacts } from '../tasks/imitation';
import { PRUNING, targetOf, WIDTHS } from '../tasks/prune';
import { bitsOf, QUANTIZATION, savedPupil, weightsUnder } from '../tasks/quantizeAware';
import { noiseTeacher } from '../tasks/teachers/noiseTeacher';
import { ganNetworks } from '../training/ganNetworks';
import type { SavedParts } from '../training/savedTensors';
import { byId, everyModel } from './catalogue';
import { updatesOf, type Leaving, type LeavingData } from './leavingFacts';

const STUDENT = 'student';
const SPEED = { distill: DISTILLATION, prune: PRUNING, 'quantize-aware': QUANTIZATION } as const;

const partsOf = ({ snapshot, dataset }: LeavingData): SavedParts => ({
  ...snapshot,
  config: noiseTeacher.sourceConfig(snapshot.config),
  model: byId(everyModel, snapshot.config.model),
  shape: dataset.shape,
  labels: dataset.classNames?.length ?? null,
});

interface Taught {
  /** Name of the teacher in the run's tensors. */
  readonly teacher: string;
  readonly spec: NetworkSpec;
}

function taughtIn(parts: SavedParts): Taught {
  const [{ id, spec }] = noiseTeacher.specs(parts);
  return { teacher: `source/${id}`, spec };
}

/** What all of them say. */
function imitation(
  id: keyof typeof SPEED,
  task: Pick<TaskFacts, 'updates' | 'charts'>,
  data: LeavingData,
): Leaving {
  const parts = partsOf(data);
  const { classes, latentSize } = ganNetworks(parts);
  const { teacher, spec } = taughtIn(parts);
  return {
    ...{ loss: null, needsLabels: false, shown: {}, learnsFrom: null },
    makes: { steps: numberParam(data.snapshot.config.taskParams, 'steps') },
    networks: { [teacher]: spec },
    facts: {
      ...updatesOf(task, []),
      classes: classes && parts.model.classes ? { ...parts.model.classes, count: classes.count } : null,
      latentSize,
      imitation: { ...SPEED[id], teacher },
    },
  };
}

export function distilling(data: LeavingData): Leaving {
  const parts = partsOf(data);
  const common = imitation('distill', distill, data);
  const student = studentSpec({ ...parts, config: data.snapshot.config });
  return { ...common, networks: { ...common.networks, [STUDENT]: student } };
}

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

/** The student after channels were cut out: how many of each layer stay does not depend on its weights. */
function narrowed(spec: NetworkSpec, share: number, { tensors }: Pick<RunSnapshot, 'tensors'>): NetworkSpec {
  const weights = weightsUnder(`${STUDENT}/`, { tensors });
  return cutChannels(spec, weights, keptChannels(spec, weights, share)).spec;
}

export function pruning(data: LeavingData): Leaving {
  const { snapshot } = data;
  const { taskParams } = snapshot.config;
  const common = imitation('prune', imitationFacts(noiseTeacher, 'prune', []), data);
  const { spec } = taughtIn(partsOf(data));
  const widths = snapshot.numbers?.[WIDTHS];
  const [student] = withWidthsOf([spec], widths);
  const cuts = targetOf(taskParams) === 'channels' && widths === undefined;
  return {
    ...common,
    networks: { ...common.networks, [STUDENT]: student },
    facts: {
      ...common.facts,
      channels: cuts ? flowFacts(student) : null,
      narrow: cuts ? narrowed(student, numberParam(taskParams, 'share'), snapshot) : null,
    },
  };
}

const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);

/** The student is the teacher's folded graph, whose nodes say how they are rounded. */
export function quantizing(data: LeavingData): Leaving {
  const { snapshot } = data;
  const common = imitation('quantize-aware', imitationFacts(noiseTeacher, 'quantize-aware', []), data);
  const { teacher, spec } = taughtIn(partsOf(data));
  const whole = noiseTeacher.graphSpec(spec);
  const graph = buildGraph(whole, weightsUnder(`${teacher}/`, snapshot));
  const roundings = weightRoundings(graph, bitsOf(snapshot.config.taskParams));
  const weights = savedPupil(STUDENT, whole, graph).weights.map(
    ({ name, learns }) => [name, learns] as const,
  );
  const student = scriptGraph(graph, weights, (node, index) => {
    const { affine, reach } = outputScale(graph, node);
    const rounding = roundings[index];
    return {
      keepsScale: keepsScale(node),
      affine: affine && [affine.scale, affine.zeroPoint],
      reach: [finite(reach.min), finite(reach.max)],
      rounding: rounding && { limit: LARGEST_WEIGHT[rounding.bits], axis: rounding.axis },
    };
  });
  return { ...common, graphs: { [STUDENT]: student } };
}
