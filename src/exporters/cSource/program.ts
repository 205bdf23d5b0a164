// The C files of one generator: its data, its steps, its interface.
import { inputShape, outputShape } from '../../graph/edges';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import type { Place } from '../../graph/program';
import { inputDeclarations, inputDefines, inputFunctions, type CInput } from './input';
import { floatLiteral } from './literals';
import { namesDefines, NAMING_OUTPUT } from './namesHeader';
import { pictureDefines } from './pictureOutcome';
import { FUNCTIONS, kernelSource, STEP_SOURCE } from './kernels';
import type { CProgram, CStep } from './stepWords';

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

const NUMBER_NAMES = ['weights', 'bias', 'mantissa', 'exponent'] as const;

/** The arrays of a step that hold something, by the field of `numbers` that points to them. */
const arraysOf = ({ name, numbers }: CStep) =>
  numbers.flatMap((values, i) => {
    const field = NUMBER_NAMES[i];
    return values.length > 0 ? [{ field, name: `${name}_${field}`, values }] : [];
  });

const layerData = (step: CStep): string =>
  arraysOf(step)
    .map(({ name, values }) => array(values instanceof Int8Array ? 'int8_t' : 'int32_t', name, values))
    .join('');

/** Bytes of constants, which lie in flash. */
export const constantBytes = ({ steps }: CProgram): number =>
  steps.flatMap(({ numbers }) => numbers).reduce((sum, values) => sum + values.byteLength, 0);

/** `model_data.h`: all numbers of the model. */
export const dataHeader = ({ steps }: CProgram): string =>
  `/* Numbers of the model; include it in generator.c only. */\n#include <stdint.h>\n\n${steps.map(layerData).join('')}`;

const pointer = (place: Place): string =>
  typeof place === 'string' ? place : place.offset === 0 ? 'arena' : `arena + ${place.offset}`;

/** The fields of a step that are not 0, and its numbers. */
function stepData(step: CStep): string {
  const { name, words, numbers } = step;
  const [height, width, channels] = words.input;
  const [rows, columns, outputs] = words.output;
  const fields: readonly (readonly [string, number])[] = [
    ['in_height', height],
    ['in_width', width],
    ['in_channels', channels],
    ['out_height', rows],
    ['out_width', columns],
    ['out_channels', outputs],
    ['kernel', words.kernel ?? 1],
    ['stride', words.stride ?? 1],
    ['kernel_width', words.kernelWidth ?? 0],
    ['stride_width', words.strideWidth ?? 0],
    ['top', words.top ?? 0],
    ['left', words.left ?? 0],
    ['doubled', words.doubled ? 1 : 0],
    ['in_zero', words.inZero ?? 0],
    ['out_zero', words.outZero ?? 0],
    ['low', words.low ?? -128],
    ['factors', words.factors ?? 0],
    ['other_zero', words.otherZero ?? 0],
    ['first', words.first ?? 0],
  ];
  const set = fields.filter(([, value]) => value !== 0).map(([field, value]) => `.${field} = ${value}`);
  const arrays = arraysOf(step).map((held) => `.${held.field} = ${held.name}`);
  const lines = [`static const step ${name} = {${set.join(', ')}};\n`];
  if (numbers.length > 0) lines.push(`static const numbers ${name}_numbers = {${arrays.join(', ')}};\n`);
  return lines.join('');
}

function callOf({ name, words, from, to }: CStep): string {
  const kernel = FUNCTIONS[words.kind];
  const args = [`&${name}`, ...from.map(pointer), pointer(to)];
  return `${kernel.name}(${(kernel.numbers ? [`&${name}_numbers`, ...args] : args).join(', ')});`;
}

/** `generator.c`: the kernels that this model needs and the function that calls them. */
export function programSource({ steps, arenaBytes }: CProgram, input: CInput): string {
  const lines = steps.map((step) => {
    const { name, inputs, output } = step.node;
    return `  ${callOf(step)} /* ${name}: ${inputs.map((shape) => shape.join('x')).join(' and ')} to ${output.join('x')} */`;
  });
  return `/* A trained generator in C99: int8 arithmetic, no heap, no mathematics library. Made by Ganvas. */
#include "generator.h"

#include <string.h>

#include "model_data.h"

/* All values between input and output, ${arenaBytes} bytes. */
static int8_t arena[${Math.max(1, arenaBytes)}];
${STEP_SOURCE}${kernelSource(new Set(steps.map(({ words }) => words.kind)))}
${steps.map(stepData).join('')}
void generator_run(const int8_t *latent, int8_t *image) {
${arenaBytes === 0 ? '  (void)arena;\n' : ''}${lines.join('\n')}
}
${inputFunctions(input)}`;
}

function sidesDefines(q: Int8Graph): string {
  const [height, width, channels] = outputShape(q.graph);
  return `#define GENERATOR_HEIGHT ${height}
#define GENERATOR_WIDTH ${width}
#define GENERATOR_CHANNELS ${channels}`;
}

/** `generator.h`: sizes, scales and the two functions. */
export function interfaceHeader(q: Int8Graph, program: CProgram, inputLayout: string, input: CInput): string {
  const { names, picture } = input;
  const does = names
    ? 'Names a picture'
    : picture
      ? 'Makes a picture of a picture'
      : 'Draws an image from random numbers';
  return `/* ${does}. ${constantBytes(program)} bytes of constants, ${program.arenaBytes} bytes of static memory. */
#ifndef GENERATOR_H
#define GENERATOR_H

#include <stdint.h>

#define GENERATOR_LATENT_SIZE ${volume(inputShape(q.graph))}
#define GENERATOR_LATENT_SCALE ${floatLiteral(q.input.scale)}
#define GENERATOR_LATENT_ZERO (${q.input.zeroPoint})
${inputDefines(input)}
${names ? namesDefines(names, q) : sidesDefines(q)}${picture ? `\n${pictureDefines(q, picture)}` : ''}
#define GENERATOR_IMAGE_SIZE ${volume(outputShape(q.graph))}

/* latent: int8 of (value / scale + zero), rounded and kept within -128..127, of these values:
   ${inputLayout}.
   ${names ? NAMING_OUTPUT : 'image: rows of pixels, channels last; -128 is black, 127 is white (pixel = image + 128).'}
   Not reentrant: all calls share one static block of memory. */
void generator_run(const int8_t *latent, int8_t *image);

${inputDeclarations(input)}

#endif
`;
}
