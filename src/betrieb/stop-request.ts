export type StopRequest = {
  /** Resolves once somebody asks this process to end. */
  readonly requested: Promise<void>;
  readonly isRequested: () => boolean;
};

/**
 * Listens for SIGTERM, Ctrl-C and a closed terminal. A second one, of somebody in a hurry, changes nothing: ending takes
 * ten seconds at most, and a `kill -9` is always left.
 */
export function stopRequest(): StopRequest {
  let isRequested = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.on(signal, () => {
      isRequested = true;
      resolve();
    });
  }
  return { requested: promise, isRequested: () => isRequested };
}
