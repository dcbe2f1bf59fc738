import './gallery.css';
import type { Specimen } from './specimen.ts';

const phonePx = 360;
const themes = ['light', 'dark'] as const;

/** All specimens, each in both themes and at two widths. Each frame is a page of its own, so that its width is a screen's. */
export function Gallery({ specimens }: { specimens: readonly Specimen[] }) {
  return (
    <div className="gallery">
      <nav className="gallery-nav" aria-label="Specimens">
        <h1>Gallery</h1>
        {specimens.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <main className="gallery-main">
        {specimens.map((specimen) => (
          <Section key={specimen.id} {...specimen} />
        ))}
      </main>
    </div>
  );
}

function Section({ id, title, height, width = 720 }: Specimen) {
  const frames = [width, phonePx].flatMap((px) => themes.map((theme) => ({ px, theme })));
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="gallery-frames">
        {frames.map(({ px, theme }) => (
          <figure key={`${px} ${theme}`}>
            <iframe
              title={`${title}, ${theme}, ${px} pixels wide`}
              src={`?specimen=${id}&theme=${theme}`}
              width={px}
              height={height}
              loading="lazy"
            />
            <figcaption>
              <a href={`?specimen=${id}&theme=${theme}`}>
                {theme}, {px} px
              </a>
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
