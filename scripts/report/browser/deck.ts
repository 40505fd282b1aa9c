/** The script of the slides. */
import Reveal from 'reveal.js';
import Notes from 'reveal.js/plugin/notes';
import { fitSlides } from './fit-slides.ts';

if (new URLSearchParams(location.search).has('dark')) document.documentElement.dataset.theme = 'dark';

const deck = new Reveal({
  width: 1280,
  height: 720,
  margin: 0,
  center: false,
  display: 'flex',
  transition: 'none',
  backgroundTransition: 'none',
  controlsTutorial: false,
  hash: true,
  slideNumber: 'c/t',
  pdfMaxPagesPerSlide: 1,
  plugins: [Notes],
});

/** Slides are measured with their fonts, and before the slides are laid out. */
async function start(): Promise<void> {
  await document.fonts.ready;
  fitSlides();
  await deck.initialize();
}
void start();
