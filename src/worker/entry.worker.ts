// The worker's script: only fetches the rest. Parts that are fetched later import what they share from there; were it in
// here, WebKit would run this script a second time for them.
await import('./door');

export {};
