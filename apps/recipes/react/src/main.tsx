import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Case } from './case.js';

const app = document.getElementById('app');
if (app)
  createRoot(app).render(
    <StrictMode>
      <Case />
    </StrictMode>,
  );
