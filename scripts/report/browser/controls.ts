import type { LogarithmicAxis } from './specification.ts';

/** The controls of a chart. */
export interface Controls {
  readonly element: HTMLElement;
  /** Shows which methods are chosen, after a click in the legend. */
  show(chosen: readonly string[]): void;
}

interface Asked {
  readonly linear: Set<string>;
  chosen: readonly string[];
}

/** Buttons for logarithmic axes, and a list of methods, which does for the keyboard what the legend does for the mouse. */
export function controlsOf(
  { axes, methods }: { readonly axes: readonly LogarithmicAxis[]; readonly methods: readonly string[] },
  asked: Asked,
  redraw: () => Promise<void>,
): Controls {
  const element = document.createElement('div');
  element.className = 'controls';
  const list = methods.length > 1 ? methodList(methods) : undefined;
  if (list) {
    const label = document.createElement('label');
    label.append('Show ', list);
    element.append(label);
    list.addEventListener('change', () => {
      asked.chosen = list.value === '' ? [] : [list.value];
      void redraw();
    });
  }
  for (const { channel, title } of axes) {
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
        if (scale === 'linear') asked.linear.add(channel);
        else asked.linear.delete(channel);
        press();
        void redraw();
      });
      return button;
    });
    const press = () => {
      const current = asked.linear.has(channel) ? 'linear' : 'log';
      for (const button of buttons) button.setAttribute('aria-pressed', String(button.textContent === current));
    };
    press();
    const name = document.createElement('span');
    name.textContent = channel;
    name.className = 'axis';
    name.title = title;
    group.append(name, ...buttons);
    element.append(group);
  }
  return {
    element,
    show(chosen) {
      if (list) list.value = chosen.length === 1 ? chosen[0]! : '';
    },
  };
}

function methodList(methods: readonly string[]): HTMLSelectElement {
  const list = document.createElement('select');
  list.append(new Option('all methods', ''), ...methods.map((method) => new Option(method)));
  return list;
}
