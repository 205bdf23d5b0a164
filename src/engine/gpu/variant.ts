// In which form the kernels run on a device. Every kernel is one text; what differs between forms follows from this alone.

export interface KernelVariant {
  /** So many neighbouring lanes surely lie in one subgroup and may exchange numbers: a power of two; 1 where none may. */
  readonly subgroup: number;
  /** Whether products that may (`halfProducts`) keep their factors as 16-bit floats; sums stay f32. */
  readonly halves: boolean;
}

/** Bounds of WebGPU. */
const [LEAST_SUBGROUP, MOST_SUBGROUP] = [4, 128];

/** What every device of WebGPU can do. */
export const PLAIN_KERNELS: KernelVariant = { subgroup: 1, halves: false };

/** Extensions of WGSL that the form needs. */
export const enableText = ({ subgroup, halves }: KernelVariant): string =>
  `${subgroup > 1 ? 'enable subgroups;\n' : ''}${halves ? 'enable f16;\n' : ''}`;

/** What a device says it can do: by its features, and the least size of a subgroup by its adapter, 4 where that says none. */
export function offeredBy(
  features: { has(feature: string): boolean },
  { subgroupMinSize = LEAST_SUBGROUP }: { readonly subgroupMinSize?: number },
): KernelVariant {
  const size = Math.max(LEAST_SUBGROUP, Math.min(MOST_SUBGROUP, subgroupMinSize));
  const has = features.has('subgroups') && Number.isInteger(Math.log2(size));
  return { subgroup: has ? size : PLAIN_KERNELS.subgroup, halves: features.has('shader-f16') };
}
