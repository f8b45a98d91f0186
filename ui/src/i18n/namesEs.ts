import type { NamesMessages } from './namesEn';

export const namesEs: NamesMessages = {
  channel: {
    Direct: 'Directo',
    'Paid Shopping': 'Shopping de pago',
    'Paid Search': 'Búsqueda de pago',
    'Paid Social': 'Social de pago',
    'Paid Video': 'Vídeo de pago',
    Display: 'Banners',
    'Paid Other': 'Otro de pago',
    'Organic Shopping': 'Shopping',
    'Organic Social': 'Redes sociales',
    'Organic Video': 'Vídeo',
    'Organic Search': 'Búsqueda orgánica',
    Email: 'Correo electrónico',
    Affiliates: 'Afiliados',
    Referral: 'Sitio de referencia',
    Audio: 'Audio',
    SMS: 'SMS',
    Push: 'Notificaciones',
    Unassigned: 'Sin asignar',
  },
  device: { desktop: 'Ordenador', phone: 'Teléfono', tablet: 'Tableta', other: 'Otro' },
};
