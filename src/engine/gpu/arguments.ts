// Checked access to the inputs and attributes that tfjs passes to kernels untyped.
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { GanvasError } from '../../core/errors';
import { numberSource, type StepNumber } from '../recording';

/** A kernel was called without an input or attribute that it needs. */
export class GpuArgumentError extends GanvasError {
  constructor(name: string, received: unknown) {
    super(
      `A WebGPU kernel needs ${name}, received ${String(received)}.`,
      'Report this message with the model that was being trained.',
    );
  }
}

/** The input of this name. @throws GpuArgumentError */
export function input(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const info = inputs[name];
  if (info === undefined) throw new GpuArgumentError(`input ${name}`, info);
  return info;
}

export function numberAttr(attrs: NamedAttrMap, name: string): number {
  const value = attrs[name];
  if (typeof value !== 'number') throw new GpuArgumentError(`the number ${name}`, value);
  return value;
}

export function numbersAttr(attrs: NamedAttrMap, name: string): number[] {
  const value: unknown = attrs[name];
  const list: unknown[] | null = Array.isArray(value) ? value : null;
  if (list?.every((one) => typeof one === 'number') !== true) {
    throw new GpuArgumentError(`the numbers ${name}`, value);
  }
  return list.filter((one) => typeof one === 'number');
}

export function stringAttr(attrs: NamedAttrMap, name: string): string {
  const value = attrs[name];
  if (typeof value !== 'string') throw new GpuArgumentError(`the text ${name}`, value);
  return value;
}

/** The number `name`, or the function that works it out for each step. */
export const stepNumberAttr = (attrs: NamedAttrMap, name: string): StepNumber =>
  numberSource(attrs, name) ?? numberAttr(attrs, name);

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, side) => product * side, 1);

/** Rows and channels of a tensor [..., c]. */
export function rowsAndChannels({ shape }: TensorInfo): [rows: number, channels: number] {
  const channels = shape[shape.length - 1];
  return [sizeOf(shape) / channels, channels];
}
