/* The model in flash, as it is in its file. */
  .section .rodata.ganvas_built_in, "a", %progbits
  .balign 8
  .global ganvas_built_in
  .global ganvas_built_in_end
ganvas_built_in:
  .incbin MODEL_FILE
ganvas_built_in_end:
