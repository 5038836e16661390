import { startWebKit } from './by-webdriver.js';
import { journeysIn } from './journeys-in.js';

journeysIn(startWebKit);
