// What stands around the generated C: a main that draws ten images and checks them, how to build it, what to know.
import { inputShape, outputShape } from '../../graph/edges';
import { volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import { constantBytes } from './program';
import type { CProgram } from './stepWords';

export const CHECKED_IMAGES = 10;

/** FNV-1a over int8 values as unsigned bytes. */
export function checksum(values: Int8Array): number {
  let hash = 0x811c9dc5;
  for (const value of values) hash = Math.imul(hash ^ (value & 255), 0x01000193);
  return hash >>> 0;
}

/** Built-in inputs as rows of numbers. */
export const latentRows = (latents: Int8Array): string =>
  Array.from({ length: CHECKED_IMAGES }, (_, i) => {
    const length = latents.length / CHECKED_IMAGES;
    return `    {${latents.subarray(i * length, (i + 1) * length).join(',')}}`;
  }).join(',\n');

/** Of what comes out for each of them. */
export const checksums = (outputs: Int8Array): string =>
  Array.from({ length: CHECKED_IMAGES }, (_, i) => {
    const size = outputs.length / CHECKED_IMAGES;
    return `${checksum(outputs.subarray(i * size, (i + 1) * size))}u`;
  }).join(', ');

/** `main.c`: draws the images of built-in latents, writes them as PGM or PPM, compares them with what they must be. */
export function mainSource(latents: Int8Array, images: Int8Array): string {
  return `/* Draws ${CHECKED_IMAGES} images, writes them to image_0 to image_${CHECKED_IMAGES - 1} (.pgm or .ppm), and checks every byte. */
#include <stdio.h>

#include "generator.h"

static const int8_t latents[${CHECKED_IMAGES}][GENERATOR_LATENT_SIZE] = {
${latentRows(latents)}};

/* FNV-1a of each image as the exporting page computed it. */
static const uint32_t expected[${CHECKED_IMAGES}] = {${checksums(images)}};

static int8_t image[GENERATOR_IMAGE_SIZE];

static int write_image(int index) {
  char name[32];
  const int grey = GENERATOR_CHANNELS == 1;
  sprintf(name, "image_%d.%s", index, grey ? "pgm" : "ppm");
  FILE *file = fopen(name, "wb");
  if (!file) return 0;
  fprintf(file, "P%d\\n%d %d\\n255\\n", grey ? 5 : 6, GENERATOR_WIDTH, GENERATOR_HEIGHT);
  for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) fputc(image[i] + 128, file);
  return fclose(file) == 0;
}

int main(void) {
  int wrong = 0, unwritten = 0;
  for (int n = 0; n < ${CHECKED_IMAGES}; n++) {
    generator_run(latents[n], image);
    uint32_t hash = 2166136261u;
    for (int i = 0; i < GENERATOR_IMAGE_SIZE; i++) hash = (hash ^ (uint8_t)image[i]) * 16777619u;
    wrong += hash != expected[n];
    unwritten += !write_image(n);
  }
  printf("${CHECKED_IMAGES} images drawn, %d differ from the exporting page, %d could not be written\\n", wrong, unwritten);
  return wrong != 0 || unwritten != 0;
}
`;
}

/** @param libraries that `main.c` is linked with */
export const makefile = (libraries = ''): string => `# make            native program
# make aarch64    for 64-bit ARM Linux, such as i.MX 8M      (Debian: gcc-aarch64-linux-gnu libc6-dev-arm64-cross)
# make cortex-m7  for a bare Cortex-M7 with semihosting      (Debian: gcc-arm-none-eabi libnewlib-arm-none-eabi)
# make run, run-aarch64, run-cortex-m7 run them              (Debian: qemu-user-static qemu-system-arm)
CC ?= cc
CFLAGS ?= -O2
STRICT = -std=c99 -Wall -Wextra -pedantic
PARTS = generator.c main.c
ALL = $(PARTS) $(wildcard *.h)
M7 = -mcpu=cortex-m7 -mthumb -mfpu=fpv5-sp-d16 -mfloat-abi=hard

all: digits

digits: $(ALL)
	$(CC) $(CFLAGS) $(STRICT) -o $@ $(PARTS)${libraries}

aarch64: digits-aarch64
digits-aarch64: $(ALL)
	aarch64-linux-gnu-gcc $(CFLAGS) $(STRICT) -mcpu=cortex-a53 -static -o $@ $(PARTS)${libraries}

cortex-m7: digits-cortex-m7.elf
digits-cortex-m7.elf: $(ALL) cortex-m7/start.c cortex-m7/memory.ld
	arm-none-eabi-gcc $(CFLAGS) $(STRICT) $(M7) -ffunction-sections -fdata-sections -nostartfiles \\
	  --specs=rdimon.specs -Wl,--gc-sections -T cortex-m7/memory.ld -o $@ $(PARTS) cortex-m7/start.c${libraries}
	arm-none-eabi-size $@

run: digits
	./digits

run-aarch64: digits-aarch64
	qemu-aarch64-static -cpu cortex-a53 ./digits-aarch64

run-cortex-m7: digits-cortex-m7.elf
	qemu-system-arm -M mps2-an500 -nographic -semihosting-config enable=on,target=native -kernel $<

clean:
	rm -f digits digits-aarch64 digits-cortex-m7.elf image_*.p?m made.*

.PHONY: all aarch64 cortex-m7 run run-aarch64 run-cortex-m7 clean
`;

/** Memory of the MPS2 AN500 (Cortex-M7), which QEMU has. */
export const M7_LINKER_SCRIPT = `MEMORY {
  FLASH (rx) : ORIGIN = 0x00000000, LENGTH = 4M
  RAM (rwx) : ORIGIN = 0x20000000, LENGTH = 4M
}
ENTRY(reset)
SECTIONS {
  .text : { KEEP(*(.vectors)) *(.text*) *(.rodata*) KEEP(*(.init)) KEEP(*(.fini)) . = ALIGN(4); } > FLASH
  .init_array : { __preinit_array_start = .; KEEP(*(.preinit_array*)) __preinit_array_end = .;
                  __init_array_start = .; KEEP(*(.init_array*)) __init_array_end = .;
                  __fini_array_start = .; KEEP(*(.fini_array*)) __fini_array_end = .; . = ALIGN(4); } > FLASH
  .ARM.exidx : { __exidx_start = .; *(.ARM.exidx*) __exidx_end = .; . = ALIGN(4); data_source = .; } > FLASH
  .data : AT(data_source) { data_start = .; *(.data*) . = ALIGN(4); data_end = .; } > RAM
  .bss : { bss_start = .; *(.bss*) *(COMMON) . = ALIGN(8); bss_end = .; end = .; } > RAM
  stack_top = ORIGIN(RAM) + LENGTH(RAM);
}
`;

/** @param takesNames whether `main` asks for arguments, of which a bare board gives none */
export const m7Start = (
  takesNames: boolean,
): string => `/* Brings a bare Cortex-M7 to main: floating point on, data copied, zeros written, files through the debugger. */
#include <stdint.h>
#include <stdlib.h>

extern uint32_t stack_top, data_source, data_start, data_end, bss_start, bss_end;
extern int main(${takesNames ? 'int argc, char **argv' : 'void'});
extern void initialise_monitor_handles(void);
extern void __libc_init_array(void);

void _init(void) {}
void _fini(void) {}

void reset(void) {
  *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20; /* coprocessors 10 and 11: the floating-point unit */
  const uint32_t *from = &data_source;
  for (uint32_t *to = &data_start; to < &data_end;) *to++ = *from++;
  for (uint32_t *to = &bss_start; to < &bss_end;) *to++ = 0;
  __libc_init_array();
  initialise_monitor_handles();
  exit(main(${takesNames ? '0, 0' : ''}));
}

static void stop(void) {
  for (;;) {
  }
}

__attribute__((section(".vectors"), used)) static void *const vectors[16] = {
    (void *)&stack_top, (void *)reset, (void *)stop, (void *)stop, (void *)stop, (void *)stop, (void *)stop};
`;

/** What to know before building it into something. */
export function readme(q: Int8Graph, program: CProgram, inputLayout: string): string {
  const [height, width, channels] = outputShape(q.graph);
  const image = volume(outputShape(q.graph));
  return `# A trained generator in C

${height} x ${width} x ${channels} images from ${volume(inputShape(q.graph))} numbers. C99, int8 arithmetic, no malloc, no libm.

Input: ${inputLayout}.

| memory | bytes |
|---|---|
| flash: weights, biases, factors, tables | ${constantBytes(program)} |
| RAM: static block in generator.c | ${program.arenaBytes} |
| RAM: one image and one latent of the caller | ${image + volume(inputShape(q.graph))} |

Code adds 2 to 4 kB of flash. \`make cortex-m7\` prints what the linker made of it.

- \`generator.c\`, \`generator.h\`, \`model_data.h\` are all that a program of yours needs.
- \`main.c\` draws ${CHECKED_IMAGES} images from built-in latents, writes them to files and checks that every byte is what the
  page that exported this computed. \`make run\` builds and runs it here; the Makefile says what the other targets need.
- \`cortex-m7/\` brings a bare Cortex-M7 to \`main\`; files go through the debugger (semihosting). Use your board's own
  start-up code and linker script instead when you build it into firmware.

\`\`\`c
int8_t latent[GENERATOR_LATENT_SIZE], image[GENERATOR_IMAGE_SIZE];
generator_random_latent(42, latent);
generator_run(latent, image); /* pixel = image[i] + 128 */
\`\`\`
`;
}
