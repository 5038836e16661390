import { cards } from './styles/cards.js';
import { controls } from './styles/controls.js';
import { ground } from './styles/ground.js';
import { layout } from './styles/layout.js';
import { presetSheet } from './styles/presets.js';

/** Constructable sheets in the order they build on each other; no template holds a style of its own. */
export const styles = [presetSheet, ground, controls, layout, cards];
