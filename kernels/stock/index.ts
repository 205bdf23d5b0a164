// Entry of the stock kernels (elementwise, reductions, data movement).
export {};
