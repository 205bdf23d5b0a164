// The stock buffer pool, with one addition: while a step is recorded, every buffer that it takes stays its own, and is
// used again only where replaying the same commands gives the same contents.
import { BufferManager } from '@tensorflow/tfjs-backend-webgpu/dist/buffer_manager';

const keyOf = (buffer: { readonly size: number; readonly usage: number }): string =>
  `${buffer.size}_${buffer.usage}`;

/** Buffers taken by one recording. */
export class BufferClaim {
  readonly taken = new Set<GPUBuffer>();
  /** Written by the CPU; used for nothing else. */
  readonly constant = new Set<GPUBuffer>();
  readonly free = new Map<string, GPUBuffer[]>();
  /** A buffer older than the recording was given up during it: its commands must not run again. */
  releasedOlder = false;
}

export class ClaimableBuffers extends BufferManager {
  #claim: BufferClaim | null = null;
  readonly #owners = new WeakMap<GPUBuffer, BufferClaim>();

  /** From now on buffers go to the claim; null ends that. */
  claimFor(claim: BufferClaim | null): void {
    this.#claim = claim;
  }

  /** Returns a recording's buffers to the pool; its uploads are destroyed. Their commands must have been submitted. */
  giveBack(claim: BufferClaim): void {
    for (const buffer of claim.taken) {
      this.#owners.delete(buffer);
      const isUpload = claim.constant.has(buffer) && (buffer.usage & GPUBufferUsage.UNIFORM) === 0;
      super.releaseBuffer(buffer, !isUpload);
    }
    claim.taken.clear();
  }

  /** A buffer for the claim that is used for nothing else: the CPU writes it, at recording and in replays. */
  acquireForClaim(claim: BufferClaim, size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = super.acquireBuffer(size, usage);
    this.#own(claim, buffer, true);
    return buffer;
  }

  override acquireBuffer(
    size: number,
    usage: GPUBufferUsageFlags,
    mappedAtCreation = false,
    reuse = true,
  ): GPUBuffer {
    const claim = this.#claim;
    if (!claim) return super.acquireBuffer(size, usage, mappedAtCreation, reuse);
    const isConstant = mappedAtCreation || (usage & GPUBufferUsage.UNIFORM) !== 0;
    const again = isConstant ? undefined : claim.free.get(keyOf({ size, usage }))?.pop();
    if (again) return again;
    const buffer = super.acquireBuffer(size, usage, mappedAtCreation, reuse && !mappedAtCreation);
    this.#own(claim, buffer, isConstant);
    return buffer;
  }

  #own(claim: BufferClaim, buffer: GPUBuffer, isConstant: boolean): void {
    claim.taken.add(buffer);
    if (isConstant) claim.constant.add(buffer);
    this.#owners.set(buffer, claim);
  }

  override releaseBuffer(buffer: GPUBuffer, reuse = true): void {
    const owner = this.#owners.get(buffer);
    if (!owner) {
      if (this.#claim) this.#claim.releasedOlder = true;
      super.releaseBuffer(buffer, reuse);
    } else if (owner === this.#claim && !owner.constant.has(buffer)) {
      const key = keyOf(buffer);
      const free = owner.free.get(key);
      if (free) free.push(buffer);
      else owner.free.set(key, [buffer]);
    }
    // Else it stays as it is with the recording that owns it, which replays into it.
  }
}
