// The C files of one generator: its data, its steps, its interface.
import { padBefore } from '../../graph/floatReference';
import { volume } from '../../graph/graph';
import type { Int8Graph, Int8Weighted } from '../../graph/int8Graph';
import { inputDeclarations, inputDefines, inputFunctions, type CInput } from './input';
import { kernelSource, type KernelName } from './kernels';
import type { CProgram, CStep, Place } from './steps';

const PER_LINE = 24;

function array(type: string, name: string, values: ArrayLike<number>): string {
  const lines: string[] = [];
  for (let i = 0; i < values.length; i += PER_LINE) {
    const line: number[] = [];
    for (let j = i; j < Math.min(i + PER_LINE, values.length); j++) line.push(values[j]);
    lines.push(line.join(','));
  }
  return `static const ${type} ${name}[${values.length}] = {\n${lines.join(',\n')}};\n`;
}

function layerData(item: Int8Weighted): string {
  const { name } = item.node;
  return [
    array('int8_t', `${name}_weights`, item.weights),
    array('int32_t', `${name}_bias`, item.bias),
    array(
      'int32_t',
      `${name}_mantissa`,
      item.factors.map((f) => f.mantissa),
    ),
    array(
      'int8_t',
      `${name}_exponent`,
      item.factors.map((f) => f.exponent),
    ),
  ].join('');
}

/** Bytes of constants, which lie in flash. */
export function constantBytes(q: Int8Graph): number {
  return q.nodes.reduce((sum, item) => {
    if ('weights' in item) return sum + item.weights.length + 4 * item.bias.length + 5 * item.factors.length;
    return sum + ('table' in item ? 256 : 0);
  }, 0);
}

/** `model_data.h`: all numbers of the model. */
export function dataHeader(q: Int8Graph): string {
  const parts = q.nodes.map((item) => {
    if ('weights' in item) return layerData(item);
    return 'table' in item ? array('int8_t', `${item.node.name}_table`, item.table) : '';
  });
  return `/* Numbers of the model; include it in generator.c only. */\n#include <stdint.h>\n\n${parts.join('')}`;
}

const pointer = (place: Place): string =>
  typeof place === 'string' ? place : place.offset === 0 ? 'arena' : `arena + ${place.offset}`;

function layerStruct(item: Int8Weighted): string {
  const { name, relu } = item.node;
  const { zeroPoint } = item.output;
  const fields = [
    `${name}_weights`,
    `${name}_bias`,
    `${name}_mantissa`,
    `${name}_exponent`,
    item.factors.length > 1 ? 1 : 0,
    zeroPoint,
    relu ? zeroPoint : -128,
  ];
  return `static const layer ${name} = {${fields.join(', ')}};\n`;
}

function weightedCall(step: CStep & { kind: 'weighted' }): { kernel: KernelName; call: string } {
  const { item, from, to, doubled } = step;
  const { node, input } = item;
  const [source, target, zero] = [pointer(from), pointer(to), input.zeroPoint];
  switch (node.kind) {
    case 'dense': {
      const args = [source, volume(node.input), zero, `&${node.name}`, target, volume(node.output)];
      return { kernel: 'dense', call: `dense(${args.join(', ')});` };
    }
    case 'depthwiseConv2d':
    case 'conv2d': {
      const [height, width, channels] = node.input;
      const size = doubled ? [height / 2, width / 2, channels] : [height, width, channels];
      const shape = [node.kernel, node.stride, padBefore(node, 0), padBefore(node, 1)];
      const args = [source, ...size, zero, doubled ? 1 : 0, `&${node.name}`, ...shape, target];
      const [rows, columns, filters] = node.output;
      if (node.kind === 'conv2d') {
        return { kernel: 'conv2d', call: `conv2d(${[...args, rows, columns, filters].join(', ')});` };
      }
      return { kernel: 'depthwiseConv2d', call: `depthwise(${[...args, rows, columns].join(', ')});` };
    }
    case 'conv2dTranspose': {
      const shape = [node.kernel, node.stride, padBefore(node, 0), padBefore(node, 1)];
      const args = [source, ...node.input, zero, `&${node.name}`, ...shape, target, ...node.output];
      return { kernel: 'conv2dTranspose', call: `conv2d_transpose(${args.join(', ')});` };
    }
    case 'scaleShift': {
      const args = [source, volume(node.output), node.bias.length, zero, `&${node.name}`, target];
      return { kernel: 'scaleShift', call: `scale_shift(${args.join(', ')});` };
    }
  }
}

function callOf(step: CStep): { kernel: KernelName; call: string } {
  if (step.kind === 'weighted') return weightedCall(step);
  const { node } = step.item;
  const [source, target] = [pointer(step.from), pointer(step.to)];
  if (step.kind === 'table') {
    const args = [source, volume(node.output), `${node.name}_table`, target];
    return { kernel: 'table', call: `look_up(${args.join(', ')});` };
  }
  const [rows, columns, channels] = node.output;
  if (node.kind === 'zeroPad') {
    const wide = columns * channels;
    const first = node.top * wide + node.left * channels;
    const facts = [node.input[0], node.input[1] * channels, step.item.input.zeroPoint];
    const args = [source, ...facts, target, volume(node.output), wide, first];
    return { kernel: 'zeroPad', call: `pad_image(${args.join(', ')});` };
  }
  const args = [source, node.input[1], channels, target, rows, columns];
  return { kernel: 'upsample', call: `double_image(${args.join(', ')});` };
}

/** `generator.c`: the kernels that this model needs and the function that calls them. */
export function programSource(q: Int8Graph, { steps, arenaBytes }: CProgram, input: CInput): string {
  const calls = steps.map((step) => ({ ...callOf(step), node: step.item.node }));
  const lines = calls.map(
    ({ call, node }) => `  ${call} /* ${node.name}: ${node.input.join('x')} to ${node.output.join('x')} */`,
  );
  const layers = q.nodes.map((item) => ('weights' in item ? layerStruct(item) : '')).join('');
  return `/* A trained generator in C99: int8 arithmetic, no heap, no mathematics library. Made by Ganvas. */
#include "generator.h"

#include <string.h>

#include "model_data.h"

/* All values between input and output, ${arenaBytes} bytes; two live at a time. */
static int8_t arena[${Math.max(1, arenaBytes)}];
${kernelSource(new Set(calls.map(({ kernel }) => kernel)))}
${layers}
void generator_run(const int8_t *latent, int8_t *image) {
${arenaBytes === 0 ? '  (void)arena;\n' : ''}${lines.join('\n')}
}
${inputFunctions(input)}`;
}

/** `generator.h`: sizes, scales and the two functions. */
export function interfaceHeader(
  q: Int8Graph,
  arenaBytes: number,
  inputLayout: string,
  input: CInput,
): string {
  const [height, width, channels] = q.graph.output;
  return `/* Draws an image from random numbers. ${constantBytes(q)} bytes of constants, ${arenaBytes} bytes of static memory. */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <stdint.h>

#define GENERATOR_LATENT_SIZE ${volume(q.graph.input)}
#define GENERATOR_LATENT_SCALE ${floatLiteral(q.input.scale)}
#define GENERATOR_LATENT_ZERO (${q.input.zeroPoint})
${inputDefines(input)}
#define GENERATOR_HEIGHT ${height}
#define GENERATOR_WIDTH ${width}
#define GENERATOR_CHANNELS ${channels}
#define GENERATOR_IMAGE_SIZE ${volume(q.graph.output)}

/* latent: int8 of (value / scale + zero), rounded and kept within -128..127, of these values:
   ${inputLayout}.
   image: rows of pixels, channels last; -128 is black, 127 is white (pixel = image + 128).
   Not reentrant: all calls share one static block of memory. */
void generator_run(const int8_t *latent, int8_t *image);

${inputDeclarations(input)}

#endif
`;
}

function floatLiteral(value: number): string {
  const text = String(Math.fround(value));
  return `${/[.e]/.test(text) ? text : `${text}.0`}f`;
}
