const dropped = new Set(['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'PYTHONHOME', 'PYTHONSTARTUP', 'PYTHONPATH']);

/**
 * The environment of a Python that runs the product's own package outside of a run (doctor, the sample model, pip): no token, no
 * module from the working directory.
 */
export function packageEnvironment(env: NodeJS.ProcessEnv, packageFolder: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !dropped.has(name))),
    PYTHONPATH: packageFolder,
    PYTHONSAFEPATH: '1',
    PYTHONUTF8: '1',
    PYTHONUNBUFFERED: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_IMPLICIT_TOKEN: '1',
  };
}
