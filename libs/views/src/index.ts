export { SavedViews } from './recording/saved-views';
export { ViewStore } from './recording/view-store';
export * from './view';
