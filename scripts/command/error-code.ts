/** The system's code of an error (`ENOSPC`, `EACCES`), or the error itself where it has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
