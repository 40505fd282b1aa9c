/** `npm run hello`: the smallest end-to-end case, one function by every method, in seconds. */
import { startCommand } from './command/start.ts';
import { helloCommand } from './hello/command.ts';

await startCommand('hello', helloCommand);
