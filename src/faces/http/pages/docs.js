// The docs page follows the reader's choice of light or dark, also while it is open.

const colours = {
  light: {
    theme: 'light',
    'bg-color': '#ffffff',
    'text-color': '#1a1f26',
    'nav-bg-color': '#f6f7f9',
    'nav-text-color': '#3a4450',
    'nav-hover-bg-color': '#e6ebf3',
    'nav-hover-text-color': '#1a1f26',
    'nav-accent-color': '#1d5fd1',
    'primary-color': '#1d5fd1',
  },
  dark: {
    theme: 'dark',
    'bg-color': '#14181d',
    'text-color': '#e7eaee',
    'nav-bg-color': '#0f1216',
    'nav-text-color': '#b6c0cc',
    'nav-hover-bg-color': '#1d2735',
    'nav-hover-text-color': '#ffffff',
    'nav-accent-color': '#79acff',
    'primary-color': '#79acff',
  },
}

const dark = matchMedia('(prefers-color-scheme: dark)')

function paint() {
  const docs = document.getElementById('docs')
  for (const [name, value] of Object.entries(dark.matches ? colours.dark : colours.light))
    docs.setAttribute(name, value)
}

paint()
dark.addEventListener('change', paint)
