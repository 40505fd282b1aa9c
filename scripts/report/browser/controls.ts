import type { LogarithmicAxis } from './specification.ts';

/** The state of a chart that the reader has chosen. */
export interface State {
  /** Axes that are made linear. */
  readonly linear: Set<LogarithmicAxis['channel']>;
  /** Entries that are chosen in the legend; none means all. */
  chosen: readonly string[];
}

/** The controls of a chart. */
export interface Controls {
  readonly element: HTMLElement;
  /** Shows what is chosen, after a click in the legend. */
  show(chosen: readonly string[]): void;
}

/** Buttons for logarithmic axes, and a list that does for the keyboard what the legend does for the mouse. */
export function controlsOf(
  axes: readonly LogarithmicAxis[],
  values: readonly string[],
  state: State,
  redraw: () => Promise<void>,
): Controls {
  const element = document.createElement('div');
  element.className = 'controls';
  const list = document.createElement('select');
  list.append(new Option('all', ''), ...values.map((value) => new Option(value)));
  list.addEventListener('change', () => {
    state.chosen = list.value === '' ? [] : [list.value];
    void redraw();
  });
  if (values.length > 1) {
    const label = document.createElement('label');
    label.append('Show ', list);
    element.append(label);
  }
  element.append(...axes.map((axis) => scaleSwitch(axis, state, redraw)));
  return {
    element,
    show(chosen) {
      list.value = chosen.length === 1 ? chosen[0]! : '';
    },
  };
}

/** Two buttons, one of which is pressed. */
function scaleSwitch({ channel, title }: LogarithmicAxis, { linear }: State, redraw: () => Promise<void>): HTMLElement {
  const group = document.createElement('span');
  group.className = 'switch';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', `Scale of ${title}`);
  const buttons = (['log', 'linear'] as const).map((scale) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = scale;
    button.dataset.scale = `${channel}-${scale}`;
    button.addEventListener('click', () => {
      if (scale === 'linear') linear.add(channel);
      else linear.delete(channel);
      press();
      void redraw();
    });
    return button;
  });
  const press = () => {
    const current = linear.has(channel) ? 'linear' : 'log';
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.textContent === current));
  };
  press();
  const pair = document.createElement('span');
  pair.append(...buttons);
  group.append(title, pair);
  return group;
}
