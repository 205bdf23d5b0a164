/* Brings a bare Cortex-M7 to main: floating point on, data copied, zeros written, files and arguments through the debugger
   (semihosting, https://github.com/ARM-software/abi-aa/blob/main/semihosting/semihosting.rst). Use your board's own
   start-up code when you build this into firmware. */
#include <stdint.h>
#include <stdlib.h>

extern uint32_t stack_top, data_source, data_start, data_end, bss_start, bss_end;
extern int main(int argc, char **argv);
extern void initialise_monitor_handles(void);
extern void __libc_init_array(void);

enum { SYS_GET_CMDLINE = 0x15, MOST_ARGUMENTS = 16 };
static char line[512];
static char *arguments[MOST_ARGUMENTS + 1];

void _init(void) {}
void _fini(void) {}

static int semihosting(int operation, void *parameter) {
  register int r0 __asm__("r0") = operation;
  register void *r1 __asm__("r1") = parameter;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

/* Words of the command line, divided by spaces. */
static int read_arguments(void) {
  struct {
    char *text;
    uint32_t length;
  } block = {line, sizeof line};
  int count = 0;
  if (semihosting(SYS_GET_CMDLINE, &block) != 0) return 0;
  for (char *c = line; *c && count < MOST_ARGUMENTS;) {
    while (*c == ' ') *c++ = 0;
    if (!*c) break;
    arguments[count++] = c;
    while (*c && *c != ' ') c++;
  }
  return count;
}

void reset(void) {
  *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20; /* coprocessors 10 and 11: the floating-point unit */
  const uint32_t *from = &data_source;
  for (uint32_t *to = &data_start; to < &data_end;) *to++ = *from++;
  for (uint32_t *to = &bss_start; to < &bss_end;) *to++ = 0;
  __libc_init_array();
  initialise_monitor_handles();
  const int count = read_arguments();
  exit(main(count, arguments));
}

static void stop(void) {
  for (;;) {
  }
}

typedef void (*handler)(void);
__attribute__((section(".vectors"), used)) static const struct {
  uint32_t *stack;
  handler reset, faults[5];
} vectors = {&stack_top, reset, {stop, stop, stop, stop, stop}};
