import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from './api/client';
import { takeInvitation } from './api/invitation-code';
import { takeToken } from './api/token';
import { router } from './router';
import './theme/index.css';

takeToken();
takeInvitation();
createRoot(document.getElementById('mixite')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
