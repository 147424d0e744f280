/*
 * Which URLs are Mida's. Nothing here needs the DOM: pages run it before their own scripts.
 */

/** @param {URL} url */
const isOnMidasServers = (url) => /(^|\.)mida\.so$/.test(url.hostname);

/**
 * Whether it is Mida's script: on Mida's servers, or a copy elsewhere, which has the project key in
 * its address.
 * @param {URL} url
 */
const isScript = (url) => url.pathname.endsWith('/optimize.js')
  && (isOnMidasServers(url) || url.searchParams.has('key'));

export default {isOnMidasServers, isScript};
