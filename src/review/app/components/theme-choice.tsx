import { useEffect } from 'preact/hooks';
import { useSetting } from '../state/use-setting.js';

const THEMES = ['auto', 'light', 'dark'] as const;
const LABELS = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;

export function ThemeChoice() {
  const [theme, setTheme] = useSetting('theme', THEMES, 'auto');
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <select
      class="theme"
      aria-label="Colours"
      value={theme}
      onChange={({ currentTarget: { value } }) => {
        setTheme(THEMES.find((known) => known === value) ?? 'auto');
      }}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {LABELS[name]}
        </option>
      ))}
    </select>
  );
}
