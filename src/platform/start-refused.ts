/**
 * A start or command that must not go on. The message is one German sentence (or two) that says what to do; it is
 * shown as it is, without a stack. `exitCode` is one of those that `./kim --help` documents.
 */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
  readonly exitCode: number;
  constructor(message: string, exitCode = EXIT_CONFIGURATION) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Settings, secrets, database or folder are not as they must be. */
export const EXIT_CONFIGURATION = 4;
/** Another process already works on this data folder. */
export const EXIT_RUNNING = 5;
