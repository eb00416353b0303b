/** Stands for `fetch` in the page of one file, which holds what it would ask for. */

// The build puts them here, by name.
const files = JSON.parse(FILES);

export async function fetch(address) {
  return new Response(files[address.href.split("/").at(-1)]);
}
