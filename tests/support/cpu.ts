/** Milliseconds of processor that this process has used: what a bound on pure work is held against, however busy the machine is. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
