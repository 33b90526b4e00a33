import type { ComponentType } from 'react';

/** A page: one description gives the router, the menu, the site map and what the browser tests walk. */
export interface PageRoute {
  /** `$code` stands for a part of the address. */
  readonly path: string;
  /** The page's `h1`, and its entry in the menu and the site map. */
  readonly title: string;
  /** Where it stands: in the left column, in the footer, under the account, or only behind another page. */
  readonly place: 'menu' | 'footer' | 'account' | 'inside';
  /** The right without which the page is absent; undefined: everybody signed in. */
  readonly right?: string;
  /** Whether it is read without signing in. */
  readonly isOpen?: true;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** In the order of the left column, the same for everybody. */
export const ROUTES: readonly PageRoute[] = [
  {
    path: '/essentiel',
    title: 'L’essentiel',
    place: 'menu',
    right: 'read-figures',
    load: () => import('./pages/essential/essential'),
  },
  {
    path: '/convention',
    title: 'Où en est la convention',
    place: 'menu',
    right: 'read-figures',
    load: () => import('./pages/convention/progress'),
  },
  {
    path: '/convention/objectifs/$code',
    title: 'Un objectif',
    place: 'inside',
    right: 'read-figures',
    load: () => import('./pages/convention/objective'),
  },
  {
    path: '/convention/texte',
    title: 'Le texte en vigueur',
    place: 'inside',
    right: 'read-figures',
    load: () => import('./pages/convention/text'),
  },
  {
    path: '/attributions',
    title: 'Attributions',
    place: 'menu',
    right: 'read-list',
    load: () => import('./pages/attributions/list'),
  },
  {
    path: '/attributions/$id',
    title: 'Un bail',
    place: 'inside',
    right: 'read-list',
    load: () => import('./pages/attributions/lease'),
  },
  {
    path: '/prefet',
    title: 'Préfet',
    place: 'menu',
    right: 'read-figures',
    load: () => import('./pages/prefect/half-years'),
  },
  {
    path: '/prefet/$semestre',
    title: 'Un semestre',
    place: 'inside',
    right: 'read-figures',
    load: () => import('./pages/prefect/half-year'),
  },
  {
    path: '/administration/utilisateurs',
    title: 'Utilisateurs',
    place: 'menu',
    right: 'manage-users',
    load: () => import('./pages/administration/users'),
  },
  {
    path: '/administration/droits',
    title: 'Qui peut quoi',
    place: 'account',
    load: () => import('./pages/administration/rights'),
  },
  {
    path: '/invitation',
    title: 'Invitation',
    place: 'inside',
    isOpen: true,
    load: () => import('./pages/account/invitation'),
  },
  {
    path: '/compte',
    title: 'Mon compte',
    place: 'account',
    load: () => import('./pages/account/account'),
  },
  {
    path: '/premiers-pas',
    title: 'Premiers pas',
    place: 'inside',
    load: () => import('./pages/site/first-steps'),
  },
  {
    path: '/accessibilite',
    title: 'Accessibilité : non conforme',
    place: 'footer',
    isOpen: true,
    load: () => import('./pages/site/accessibility'),
  },
  {
    path: '/plan-du-site',
    title: 'Plan du site',
    place: 'footer',
    isOpen: true,
    load: () => import('./pages/site/site-map'),
  },
  {
    path: '/donnees-personnelles',
    title: 'Données personnelles',
    place: 'footer',
    isOpen: true,
    load: () => import('./pages/site/personal-data'),
  },
  {
    path: '/aide',
    title: 'Aide',
    place: 'footer',
    isOpen: true,
    load: () => import('./pages/site/help'),
  },
];
