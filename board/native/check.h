/* Reads and checks the steps of a model whose header is sound. Used by model.c alone. */
#ifndef GANVAS_CHECK_H
#define GANVAS_CHECK_H

#include "format.h"
#include "model.h"

/* A copy of a step; what a shorter file lacks is 0. */
step step_at(const ganvas_model *model, uint32_t index);

/* NULL when a step of a file of `size` bytes may run after those before it, which have been checked; else what is wrong. */
const char *check_step(const ganvas_model *model, size_t size, uint32_t index);

#endif
