// The loader of LiteRT.js as the bundler gives it: a CommonJS file that exports its start-up function.
declare module '@litertjs/core/wasm/litert_wasm_compat_internal.js' {
  const ModuleFactory: unknown;
  export default ModuleFactory;
}
