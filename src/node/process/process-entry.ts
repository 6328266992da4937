/** A process as the system knows it. Zombies are none: they run nothing and cannot be signalled. */
export interface ProcessEntry {
  readonly pid: number;
  /** Process group: the pid of its leader. */
  readonly group: number;
  readonly uid: number;
  /** Linux: clock ticks from boot to the process's start; macOS: seconds since 1970. Tells it from a later one with its pid. */
  readonly startTicks: number;
  /** Command line and, on Linux, environment: whatever may bear the id of a run. */
  readonly command: string;
  readonly environment: string;
}

/** What this system says about its processes. */
export interface ProcessTable {
  /** Differs after each start of the computer. */
  bootId(): Promise<string | null>;
  /** Null if there is none with the pid, or if it is a zombie. */
  read(pid: number): Promise<ProcessEntry | null>;
  /** The living members of a process group. */
  group(group: number): Promise<ProcessEntry[]>;
}
