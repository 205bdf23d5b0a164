// Boards that a generator may have to fit, and what it needs of one. Figures are editable starting points, rounded from
// the makers' data sheets; memory that a system or a screen takes is not subtracted.

export interface BoardTarget {
  readonly id: string;
  readonly label: string;
  /** Bytes for programs and constants. */
  readonly flashBytes: number;
  /** Bytes of working memory. */
  readonly ramBytes: number;
  /** What the figures stand for. */
  readonly note: string;
}

const KB = 1024;
const MB = 1024 * KB;
const GB = 1024 * MB;

export const BOARD_TARGETS: readonly BoardTarget[] = [
  {
    id: 'imx8mm',
    label: 'i.MX 8M Mini',
    flashBytes: 16 * GB,
    ramBytes: 2 * GB,
    note: 'Four Cortex-A53 at 1.8 GHz; eMMC and DDR4 of the evaluation kit.',
  },
  {
    id: 'rt1060',
    label: 'i.MX RT1060',
    flashBytes: 8 * MB,
    ramBytes: MB,
    note: 'Cortex-M7 at 600 MHz; QSPI flash of the evaluation kit, on-chip RAM.',
  },
  {
    id: 'rt1050',
    label: 'i.MX RT1050',
    flashBytes: 8 * MB,
    ramBytes: 512 * KB,
    note: 'Cortex-M7 at 600 MHz; QSPI flash of the evaluation kit, on-chip RAM.',
  },
  {
    id: 'cortex-m4',
    label: 'Cortex-M4, 256 kB',
    flashBytes: MB,
    ramBytes: 256 * KB,
    note: 'A common microcontroller: 1 MB of flash, 256 kB of RAM.',
  },
  {
    id: 'raspberry-pi',
    label: 'Raspberry Pi 4',
    flashBytes: 16 * GB,
    ramBytes: 2 * GB,
    note: 'Four Cortex-A72; SD card, the 2 GB model.',
  },
];

/** What one layer takes of a board, in int8. */
export interface LayerCost {
  readonly name: string;
  readonly kind: string;
  readonly output: readonly number[];
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Constants. */
  readonly flashBytes: number;
  /** Its input and its output, alive at the same time. */
  readonly ramBytes: number;
}

/** What one way to run the model takes. */
export interface DeploymentCost {
  readonly id: 'c' | 'tflite-micro' | 'tflite-float';
  readonly label: string;
  readonly flashBytes: number;
  readonly ramBytes: number;
}

export interface ModelProfile {
  /** As `parameterTotal` counts. */
  readonly parameters: number;
  /** Once batch norms are folded: the sum over the layers. */
  readonly foldedParameters: number;
  readonly multiplyAdds: number;
  readonly layers: readonly LayerCost[];
  readonly deployments: readonly DeploymentCost[];
}

export interface BoardVerdict {
  readonly fits: boolean;
  /** Bytes too many, 0 where it fits. */
  readonly flashMissing: number;
  readonly ramMissing: number;
}

/** Whether a deployment fits a board, or what it misses. */
export function fitOn(cost: DeploymentCost, board: BoardTarget): BoardVerdict {
  const flashMissing = Math.max(0, cost.flashBytes - board.flashBytes);
  const ramMissing = Math.max(0, cost.ramBytes - board.ramBytes);
  return { fits: flashMissing === 0 && ramMissing === 0, flashMissing, ramMissing };
}
