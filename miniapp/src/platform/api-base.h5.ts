/** The web app is served from where its API is. */
export const API_BASE = '/api';
