export { panel } from '../take-away/panel.js';
export { turned } from '../take-away/turned.js';
