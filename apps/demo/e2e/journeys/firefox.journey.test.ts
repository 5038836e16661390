import { startFirefox } from './by-playwright.js';
import { journeysIn } from './journeys-in.js';

journeysIn(startFirefox);
