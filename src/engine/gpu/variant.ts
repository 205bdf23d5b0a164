// In which form the kernels run on a device. Every kernel is one text; what differs between forms follows from this alone.

export interface KernelVariant {
  /** So many neighbouring lanes surely lie in one subgroup and may exchange numbers: a power of two; 1 where none may. */
  readonly subgroup: number;
}

/** Bounds of WebGPU. */
const [LEAST_SUBGROUP, MOST_SUBGROUP] = [4, 128];

/** What every device of WebGPU can do. */
export const PLAIN_KERNELS: KernelVariant = { subgroup: 1 };

/** Extensions of WGSL that the form needs. */
export const enableText = ({ subgroup }: KernelVariant): string =>
  subgroup > 1 ? 'enable subgroups;\n' : '';

/** What a device says it can do: `subgroups` by its features, the least size by its adapter, 4 where that says none. */
export function offeredBy(
  features: { has(feature: string): boolean },
  { subgroupMinSize = LEAST_SUBGROUP }: { readonly subgroupMinSize?: number },
): KernelVariant {
  const size = Math.max(LEAST_SUBGROUP, Math.min(MOST_SUBGROUP, subgroupMinSize));
  return features.has('subgroups') && Number.isInteger(Math.log2(size)) ? { subgroup: size } : PLAIN_KERNELS;
}
