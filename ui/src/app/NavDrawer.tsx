import { Drawer } from '@mantine/core';
import { Nav } from './Nav';

/** The navigation of a narrow screen; it comes when it is first opened. */
export function NavDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer opened={opened} onClose={onClose} size={272} padding={0} withCloseButton={false} overlayProps={{ backgroundOpacity: 0.4 }}>
      <Nav onGo={onClose} />
    </Drawer>
  );
}
