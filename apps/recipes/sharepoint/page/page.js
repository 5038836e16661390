// Stands for what SharePoint itself does: it loads the file of each web part from its address, and hands the web part the
// place it may draw in and a way to tell the page.

const outcome = document.getElementById('outcome');
const parts = [];

globalThis.addWebPart = (start) => {
  const [zone] = document.querySelectorAll('[data-web-part]');
  parts.push(start(zone, (text) => (outcome.textContent = text)));
};

for (const { dataset } of document.querySelectorAll('[data-web-part]')) {
  const script = document.createElement('script');
  script.src = dataset.webPart;
  document.head.append(script);
}

document.getElementById('close').addEventListener('click', () => {
  for (const { dispose } of parts) dispose();
});
