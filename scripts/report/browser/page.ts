/** The script of the page: charts that answer, copy buttons, light and dark. The page is complete without it. */
import { enliven } from './chart.ts';

const THEME = 'diffmark-theme';
const root = document.documentElement;

function setTheme(theme: string | null): void {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
}

function isDark(): boolean {
  return root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Storage may be forbidden to a page on disk: the choice then lasts as long as the page. */
function stored<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

function prepareThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('#theme');
  if (!button) return;
  const show = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    setTheme(theme);
    stored((storage) => storage.setItem(THEME, theme));
    show();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  show();
}

function prepareCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const command = button.previousElementSibling;
      const copied = await navigator.clipboard?.writeText(command?.textContent ?? '').then(
        () => true,
        () => false,
      );
      if (!copied && command) getSelection()?.selectAllChildren(command);
      button.textContent = copied ? 'Copied' : 'Selected';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    });
  }
}

function markCurrentSection(): void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>('nav a'), (link) => [link.hash.slice(1), link]),
  );
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        links.get(target.id)?.toggleAttribute('data-current', isIntersecting);
    },
    { rootMargin: '-20% 0px -70% 0px' },
  );
  for (const section of document.querySelectorAll('main > section')) observer.observe(section);
}

/** Charts near the window first; the others when they come near. */
function enlivenCharts(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        void enliven(target);
      }
    },
    { rootMargin: '600px 0px' },
  );
  for (const figure of document.querySelectorAll('figure.chart')) observer.observe(figure);
}

setTheme(stored((storage) => storage.getItem(THEME)) ?? null);
prepareThemeButton();
prepareCopyButtons();
markCurrentSection();
enlivenCharts();
