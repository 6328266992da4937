// What core uses of WebAssembly: all its hosts have it, and TypeScript knows it only together with the DOM.
declare namespace WebAssembly {
  const Module: new (code: Uint8Array) => object;
  const Instance: new (module: object) => { readonly exports: unknown };
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    readonly value: number;
  }
}
