export { panel } from '../take-away/panel.js';
