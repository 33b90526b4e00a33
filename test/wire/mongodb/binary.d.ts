export function hasGo(): boolean;
export function binary(): string;
