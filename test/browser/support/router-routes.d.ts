export interface RouterRoute {
  readonly path: string;
  readonly title: string;
  readonly place: 'menu' | 'footer' | 'account' | 'inside';
  readonly right?: string;
  readonly isOpen?: true;
}
export const ROUTES: readonly RouterRoute[];
