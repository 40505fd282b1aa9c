import type { Suite } from '../problem.ts';
import { broydenBanded } from './broyden-banded.ts';
import { broydenTridiagonal } from './broyden-tridiagonal.ts';
import { discreteBoundaryValue } from './discrete-boundary-value.ts';

/** Systems of equations whose Jacobian is a band: as sparse as it gets, and with a colouring that is known. */
export const banded: Suite = {
  name: 'banded',
  title: 'systems of equations with a banded Jacobian, where differences may share calls of f',
  timed: 'on demand',
  problems: [discreteBoundaryValue, broydenTridiagonal, broydenBanded],
};
