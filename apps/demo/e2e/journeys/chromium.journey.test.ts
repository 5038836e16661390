import { startChromium } from './by-playwright.js';
import { journeysIn } from './journeys-in.js';

journeysIn(startChromium);
