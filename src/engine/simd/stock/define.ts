// What a kernel of the CPU engine is, and checked access to the inputs and attributes that tfjs passes untyped.
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { GanvasError } from '../../../core/errors';
import { numberSource, type StepNumber } from '../../recording';
import type { SimdBackend } from '../backend';

/** A kernel was called without an input or attribute that it needs. */
export class KernelArgumentError extends GanvasError {
  constructor(name: string, received: unknown) {
    super(
      `A kernel of the CPU engine needs ${name}, received ${String(received)}.`,
      'Report this message with the model that was being trained.',
    );
  }
}

/** Computes new tensors (reference count 1) from the inputs; does not dispose these. */
export type KernelBody = (
  backend: SimdBackend,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap,
) => TensorInfo | TensorInfo[];

export interface SimdKernel {
  /** The name under which tfjs calls it. */
  readonly kernelName: string;
  readonly run: KernelBody;
}

export const defineKernel = (kernelName: string, run: KernelBody): SimdKernel => ({ kernelName, run });

/** The input of this name. @throws KernelArgumentError */
export function input(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const info = inputs[name];
  if (info === undefined) throw new KernelArgumentError(`input ${name}`, info);
  return info;
}

/** The inputs of a kernel that takes a list. */
export const inputList = (inputs: NamedTensorInfoMap): TensorInfo[] =>
  Object.values(inputs).filter((info): info is TensorInfo => info !== undefined);

export function numberAttr(attrs: NamedAttrMap, name: string): number {
  const value = attrs[name];
  if (typeof value !== 'number') throw new KernelArgumentError(`the number ${name}`, value);
  return value;
}

/** The number `name`, or the function that works it out for each step. */
export const stepNumberAttr = (attrs: NamedAttrMap, name: string): StepNumber =>
  numberSource(attrs, name) ?? numberAttr(attrs, name);

/** A list of numbers; a single number is a list of one. */
export function numbersAttr(attrs: NamedAttrMap, name: string): number[] {
  const value: unknown = attrs[name];
  if (typeof value === 'number') return [value];
  const list: unknown[] | null = Array.isArray(value) ? value : null;
  if (list?.every((one) => typeof one === 'number') !== true) {
    throw new KernelArgumentError(`the numbers ${name}`, value);
  }
  return list.filter((one) => typeof one === 'number');
}

/** The same for an attribute that tfjs may leave out. */
export const optionalNumbersAttr = (attrs: NamedAttrMap, name: string): number[] | undefined =>
  attrs[name] === undefined || attrs[name] === null ? undefined : numbersAttr(attrs, name);

export function stringAttr(attrs: NamedAttrMap, name: string): string {
  const value = attrs[name];
  if (typeof value !== 'string') throw new KernelArgumentError(`the text ${name}`, value);
  return value;
}

/** True or false; absent is false. */
export const flagAttr = (attrs: NamedAttrMap, name: string): boolean => attrs[name] === true;
