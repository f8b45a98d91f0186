import type { NamesMessages } from './namesEn';

export const namesFr: NamesMessages = {
  channel: {
    Direct: 'Direct',
    'Paid Shopping': 'Shopping payant',
    'Paid Search': 'Recherche payante',
    'Paid Social': 'Social payant',
    'Paid Video': 'Vidéo payante',
    Display: 'Bannières',
    'Paid Other': 'Autre payant',
    'Organic Shopping': 'Shopping',
    'Organic Social': 'Réseaux sociaux',
    'Organic Video': 'Vidéo',
    'Organic Search': 'Recherche naturelle',
    Email: 'E-mail',
    Affiliates: 'Affiliés',
    Referral: 'Site référent',
    Audio: 'Audio',
    SMS: 'SMS',
    Push: 'Notifications',
    Unassigned: 'Non attribué',
  },
  device: { desktop: 'Ordinateur', phone: 'Téléphone', tablet: 'Tablette', other: 'Autre' },
};
