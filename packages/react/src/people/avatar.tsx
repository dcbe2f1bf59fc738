import { useState } from 'react';
import { initials } from './initials.ts';

export interface AvatarProps {
  /** Decides the colour, so that a person keeps theirs. */
  id: number;
  name: string;
  imageUrl?: string | null;
  size?: 'tiny' | 'small' | 'medium' | 'large';
  /** A dot for those who are there; nothing for who is not, or where it is not known. */
  presence?: 'online' | 'away' | 'offline' | undefined;
}

const colours = 8;

/** A person's or a group's picture, or its initials. Its name stands beside it, so it is decoration. */
export function Avatar({ id, name, imageUrl = null, size = 'medium', presence }: AvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const hasImage = imageUrl !== null && imageUrl !== brokenUrl;
  return (
    <span className={`vc-avatar vc-avatar-${size}`} data-colour={id % colours} aria-hidden>
      {hasImage ? (
        <img
          src={imageUrl}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setBrokenUrl(imageUrl)}
        />
      ) : (
        initials(name)
      )}
      {(presence === 'online' || presence === 'away') && (
        <span className="vc-presence-dot" data-presence={presence} />
      )}
    </span>
  );
}
